package dev.andon.internal.evidence.ledger;

import dev.andon.internal.formats.Outcome;
import dev.andon.internal.formats.XmlInput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One test suite of a report of Surefire, Failsafe or Gradle, as its elements tell it; the counts in its header are not
 * believed.
 *
 * @param name the name of the suite: the class, which may bear a suffix, or be a name for display
 * @param cases the test cases, in order
 */
record ReportFile(String name, List<Case> cases) {

    private static final int DEEPEST = 64;

    /**
     * One test case, with its names as they are written.
     *
     * @param className the class; that of the suite where the case tells none
     * @param reason why it did not go well; empty where it did
     */
    record Case(String className, String name, Outcome outcome, boolean flaky, double millis, String reason) {

        /** Whether it stands for the class itself, whose set-up failed or which is disabled: no test has such a name. */
        boolean ofClass() {
            return name.isEmpty() || name.equals(className);
        }
    }

    /**
     * Reads the suites of one file: of merged reports there are several.
     *
     * @throws XMLStreamException if it is no XML, or XML of something else
     */
    static List<ReportFile> parse(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XmlInput.open(new MarkupInputStream(in));
        try {
            xml.nextTag();
            String root = xml.getLocalName();
            List<ReportFile> suites = new ArrayList<>();
            if (root.equals("testsuite")) {
                suite(xml, suites, 1);
            } else if (root.equals("testsuites")) {
                suitesIn(xml, suites);
            } else {
                throw new XMLStreamException("its root is <" + root + ">, not <testsuite>");
            }
            while (xml.hasNext()) {
                xml.next();
            }
            return suites;
        } finally {
            xml.close();
        }
    }

    private static void suitesIn(XMLStreamReader xml, List<ReportFile> suites) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("testsuite")) {
                    suite(xml, suites, 1);
                } else {
                    skip(xml);
                }
            }
        }
    }

    private static void suite(XMLStreamReader xml, List<ReportFile> suites, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("its suites are nested more than " + DEEPEST + " levels deep.");
        }
        String name = attribute(xml, "name");
        List<Case> cases = new ArrayList<>();
        List<ReportFile> inner = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "testcase" -> cases.add(testCase(xml, name));
                    case "testsuite" -> suite(xml, inner, depth + 1);
                    default -> skip(xml);
                }
            }
        }
        if (inner.isEmpty() || !cases.isEmpty()) {
            suites.add(new ReportFile(name, List.copyOf(cases)));
        }
        suites.addAll(inner);
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static Case testCase(XMLStreamReader xml, String suite) throws XMLStreamException {
        String className = attribute(xml, "classname");
        String name = attribute(xml, "name");
        double millis = millis(attribute(xml, "time"));
        Outcome outcome = Outcome.SUCCESSFUL;
        String reason = "";
        boolean flaky = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "failure", "error" -> {
                        outcome = Outcome.FAILED;
                        reason = Reason.brief(attribute(xml, "message"));
                    }
                    case "skipped" -> {
                        outcome = attribute(xml, "type").matches(".*\\b(TestAborted|AssumptionViolated)Exception")
                                ? Outcome.ABORTED
                                : Outcome.SKIPPED;
                        reason = Reason.brief(attribute(xml, "message"));
                    }
                    case "flakyFailure", "flakyError" -> flaky = true;
                    default -> {}
                }
                skip(xml);
            }
        }
        boolean passedLater = flaky && outcome == Outcome.SUCCESSFUL;
        return new Case(className.isEmpty() ? suite : className, name, outcome, passedLater, millis, reason);
    }

    private static double millis(String seconds) {
        try {
            return seconds.isEmpty() ? 0 : Double.parseDouble(seconds.replace(",", "")) * 1000;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
