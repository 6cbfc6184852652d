package dev.andon.internal.estate;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.tell.ServiceLevels;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@value #NAME}, one line for each service of each project, while projects are added. */
public final class ServiceTable implements AutoCloseable {
    /** The file's name. */
    public static final String NAME = "services.csv";

    private final Writer out;

    private ServiceTable(Writer out) {
        this.out = out;
    }

    /**
     * Begins the file anew.
     *
     * @throws IOException if it cannot be written, or a link stands in its way
     */
    public static ServiceTable in(Path folder) throws IOException {
        ServiceTable table = new ServiceTable(OutputFile.writer(folder, NAME));
        table.line("project", "module", "service", "level", "failing", "violated", "undecided");
        return table;
    }

    /** Adds the services of a project. */
    public void add(String project, WrittenReport report) throws IOException {
        for (ServiceResult service : report.services()) {
            line(
                    project,
                    service.module(),
                    service.name(),
                    ServiceLevels.of(service, report.level()).name(),
                    String.valueOf(Estate.failing(service)),
                    ids(service, Verdict.VIOLATED),
                    ids(service, Verdict.UNDECIDED));
        }
    }

    private static String ids(ServiceResult service, Verdict verdict) {
        return service.practices().stream()
                .filter(result -> result.verdict() == verdict)
                .map(PracticeResult::id)
                .collect(Collectors.joining(" "));
    }

    private void line(String... values) throws IOException {
        out.write(Stream.of(values).map(ServiceTable::cell).collect(Collectors.joining(",")) + "\n");
    }

    /** Spreadsheets take a text for a formula by its first character. */
    private static String cell(String value) {
        String text = VisibleText.ofLine(value);
        boolean formula = !text.isEmpty() && List.of('=', '+', '-', '@').contains(text.charAt(0));
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
