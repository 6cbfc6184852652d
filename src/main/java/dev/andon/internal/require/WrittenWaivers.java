package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.formats.WaiversCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads waivers that stand in a file, by the rules of the annotation. */
public final class WrittenWaivers {
    private WrittenWaivers() {}

    /**
     * Returns one waiver for each practice and each service, package or group of tests.
     *
     * @param file the file's name, as messages show it
     * @param catalogue the practices that exist
     * @throws ConfigurationException if one is written wrongly
     */
    public static List<Requirements.Waiver> read(
            String file, List<WaiversCodec.Entry> entries, PracticeCatalogue catalogue) {
        return entries.stream()
                .flatMap(
                        entry -> WaiverReader.read(
                                new AnnotationAttributes(file + ", " + entry.place(), facts(entry)), catalogue, file)
                                .stream())
                .toList();
    }

    private static AnnotationFacts facts(WaiversCodec.Entry entry) {
        Map<String, Object> values = new HashMap<>(entry.texts());
        entry.lists().forEach((key, names) -> {
            switch (key) {
                // A name in a file may be a simple name or a route: there is no class literal.
                case "services" -> values.put("serviceNames", names);
                case "tests" ->
                    values.put(
                            key,
                            names.stream().map(AnnotationFacts.TypeName::new).toList());
                default -> values.put(key, names);
            }
        });
        return new AnnotationFacts("Waive", values);
    }
}
