package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.formats.Outcome;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One report of Surefire, Failsafe or Gradle, as its elements tell it; the counts in its header are not believed.
 *
 * @param suite the name of the suite: the class
 * @param cases the test cases, in order
 */
record ReportFile(String suite, List<Case> cases) {

    private static final Pattern METHOD = Pattern.compile(
            "(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)\\s*(?:[(\\[{].*)?", Pattern.DOTALL);

    /**
     * One test case.
     *
     * @param reason why it did not go well; empty where it did
     */
    record Case(TestRun run, String reason) {

        /** Whether it stands for the class itself, whose set-up failed or which is disabled: no test has such a name. */
        boolean ofClass() {
            return run.methodName().isEmpty() || run.methodName().equals(run.className());
        }
    }

    /** Reads one report; {@code XMLStreamException} where it is no XML, or XML of something else */
    static ReportFile parse(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        try {
            xml.nextTag();
            if (!xml.getLocalName().equals("testsuite")) {
                throw new XMLStreamException("its root is <" + xml.getLocalName() + ">, not <testsuite>");
            }
            String suite = attribute(xml, "name");
            List<Case> cases = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    cases.add(testCase(xml, suite));
                }
            }
            return new ReportFile(suite, List.copyOf(cases));
        } finally {
            xml.close();
        }
    }

    private static Case testCase(XMLStreamReader xml, String suite) throws XMLStreamException {
        String className = attribute(xml, "classname");
        String name = attribute(xml, "name");
        double millis = millis(attribute(xml, "time"));
        Outcome outcome = Outcome.SUCCESSFUL;
        String reason = "";
        boolean flaky = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                switch (xml.getLocalName()) {
                    case "failure", "error" -> {
                        outcome = Outcome.FAILED;
                        reason = attribute(xml, "message");
                    }
                    case "skipped" -> {
                        outcome = Outcome.SKIPPED;
                        reason = attribute(xml, "message");
                    }
                    case "flakyFailure", "flakyError" -> flaky = true;
                    default -> {}
                }
            }
        }
        String owner = className.isEmpty() ? suite : className;
        boolean passedLater = flaky && outcome == Outcome.SUCCESSFUL;
        return new Case(new TestRun("", owner, methodOf(name), outcome, passedLater, millis, List.of()), reason);
    }

    // "adds", "adds()", "adds(int)[1]", "adds{int}[1]", "adds(int) [1] 2": all of the method adds. Others are display
    // names.
    static String methodOf(String name) {
        Matcher matcher = METHOD.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
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
