// Checks PDF files against veraPDF's rules.
//
// usage: java -cp JAR PdfRules.java FLAVOUR[,FLAVOUR...] FILE...      flavours are PDFUA_1, PDFA_2_A and the like
//
// The jar carries veraPDF's classes and rule profiles but not the JAXB runtime that reads a profile, so that a
// profile is read here with DOM. One line a file and flavour: name, flavour, PASS or FAIL, then what was found.

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class PdfRules {
    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static List<Element> all(Element parent, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList found = parent.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Rule rule(Element element) {
        Element id = all(element, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(element, "argument")) {
            String name = argument.getAttribute("name");
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name.isEmpty() ? null : name, null));
        }
        boolean deferred = "true".equals(element.getAttribute("deferred"));
        return Profiles.ruleFromValues(
                ruleId, element.getAttribute("object"), deferred ? Boolean.TRUE : null, element.getAttribute("tags"),
                text(element, "description"), text(element, "test"),
                Profiles.errorFromValues(text(element, "message"), arguments), new ArrayList<>());
    }

    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String file = flavour.name().replaceFirst("_", "-").replace("_", "") + ".xml"; // PDFA_2_A: PDFA-2A.xml
        InputStream stream = ValidationProfile.class.getClassLoader()
                .getResourceAsStream("org/verapdf/pdfa/validation/" + file);
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        Set<Rule> rules = new HashSet<>();
        for (Element element : all(document.getDocumentElement(), "rule")) {
            rules.add(rule(element));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element element : all(document.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(
                    element.getAttribute("name"), element.getAttribute("object"),
                    text(element, "defaultValue"), text(element, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(flavour.name(), "", "", new Date(0)), "", rules, variables);
    }

    private static String verdict(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
            ValidationResult result = validator.validate(parser);
            Set<String> problems = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId id = assertion.getRuleId();
                    problems.add(id.getClause() + "-" + id.getTestNumber() + " " + assertion.getMessage());
                }
            }
            StringBuilder line = new StringBuilder(result.isCompliant() ? "PASS" : "FAIL");
            for (String problem : problems) {
                line.append('\t').append(problem.replaceAll("\\s+", " "));
            }
            return line.toString();
        }
    }

    public static void main(String[] arguments) throws Exception {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.valueOf(name);
            ValidationProfile profile = profile(flavour);
            for (int i = 1; i < arguments.length; i++) {
                File file = new File(arguments[i]);
                System.out.println(file.getName() + "\t" + name + "\t" + verdict(file, flavour, profile));
            }
        }
    }
}
