"""What is shown, as frozen views: every number and sentence is worded here, once, for screen, wall and paper."""
