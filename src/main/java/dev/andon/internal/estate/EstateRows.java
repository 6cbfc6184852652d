package dev.andon.internal.estate;

import dev.andon.Level;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.tell.ServiceLevels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the matrix: services and canaries of all projects, up to a number that a page can show. */
final class EstateRows {
    static final int MOST = 2_000;

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> practices = new LinkedHashSet<>();
    private long leftOut;

    /** A service or canary, the level that it has reached (none for a canary), and its verdicts by practice. */
    record Row(String project, String label, String module, Level level, long failing, Map<String, Verdict> verdicts) {}

    void add(String project, WrittenReport report) {
        report.services().forEach(one -> add(project, one, ServiceLevels.of(one, report.level())));
        report.canaries().forEach(one -> add(project, one, Level.NONE));
    }

    private void add(String project, ServiceResult subject, Level level) {
        if (rows.size() == MOST) {
            leftOut++;
            return;
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        subject.practices().forEach(result -> verdicts.put(result.id().intern(), result.verdict()));
        practices.addAll(verdicts.keySet());
        rows.add(new Row(project, subject.label(), subject.module(), level, Estate.failing(subject), verdicts));
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns the columns, in the order in which results came. */
    Set<String> practices() {
        return practices;
    }

    /** Returns how many rows are not among them. */
    long leftOut() {
        return leftOut;
    }
}
