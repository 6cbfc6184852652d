package dev.andon.internal.tell;

import java.util.List;

/**
 * What {@code index.html} shows, in its order; the template names these components.
 *
 * @param ready whether nothing fails
 * @param headline the state in one sentence
 * @param readinessClass who requires it; may be empty
 * @param level the level that is required; empty for none
 * @param chips how many results have each verdict
 * @param causes what fails, the most frequent first
 * @param practices the columns
 * @param columns how many there are
 * @param rows services, then canaries
 * @param codebase the results of the code base
 * @param modules the modules of the rows
 * @param pages the address of the practices' pages
 * @param details one for each result, as JSON
 * @param trend the last builds, the latest first; empty where no earlier one is kept
 * @param timelines what canaries saw of the deployed system; empty where no log of theirs was read
 * @param coverage the services with coverage
 * @param pyramid the kinds of test, from the top
 * @param proofs the proofs of canaries
 * @param testProofs what faults in services showed about their tests
 * @param deadlines waivers and known violations, the most urgent first
 * @param changes the coverage of changed lines
 * @param notes what is to be known besides
 */
record ReportPage(
        boolean ready,
        String headline,
        String readinessClass,
        String level,
        List<Chip> chips,
        List<CauseLine> causes,
        List<Column> practices,
        int columns,
        List<Row> rows,
        List<Cell> codebase,
        List<String> modules,
        String pages,
        String details,
        List<TrendRow> trend,
        List<CanaryTimeline> timelines,
        List<CoverageRow> coverage,
        List<Bar> pyramid,
        List<ProofTable> proofs,
        List<TestProofTable> testProofs,
        List<Deadline> deadlines,
        List<ChangedPart> changes,
        List<String> notes) {

    /** A verdict by word and sign, so that colour is never all that tells it. */
    record Chip(String verdict, String sign, long count) {}

    /** A cause of failures; {@code href} leads to the first. */
    record CauseLine(
            String practice,
            String verdict,
            String sign,
            int count,
            String where,
            String found,
            String fix,
            String href) {}

    record Column(String id, String page) {}

    record Row(String label, String name, String kind, String module, String level, long failing, List<Cell> cells) {}

    /** One result in the matrix; without a verdict where the practice does not concern the row. */
    record Cell(String practice, String verdict, String sign, String href) {}

    record Detail(
            String id,
            String subject,
            String source,
            String practice,
            String verdict,
            String sign,
            String evidence,
            String found,
            String fix,
            List<TestLine> tests,
            List<String> keys) {}

    record TestLine(String name, String source) {}

    record CoverageRow(String label, String share, List<Bar> bars) {}

    /** A bar; {@code width} in percent. */
    record Bar(String label, String count, String width, String style) {}

    record ProofTable(String canary, String operation, List<String> requests, List<ProofRow> faults) {}

    /** Methods of services by fault; {@code summary} counts the faults by verdict. */
    record TestProofTable(
            String kind, String summary, List<String> faults, List<ProofRow> methods, List<String> leftOut) {}

    record ProofRow(String fault, List<Cell> cells) {}

    /** A build and its results; the widths of the bars are in percent of the most results that a build had. */
    record TrendRow(String when, String text, List<Bar> bars) {}

    record Deadline(
            String kind, String practice, String service, String who, String left, boolean urgent, String when) {}

    record ChangedPart(String since, String share, List<String> gaps) {}
}
