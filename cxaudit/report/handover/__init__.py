"""What is handed over beside the report: the plan for other tools, its dates, and the audit itself."""
