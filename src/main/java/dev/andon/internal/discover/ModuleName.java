package dev.andon.internal.discover;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Names modules: by the artifact id in the pom, else by the folder; where several have the same, by their paths. */
public final class ModuleName {
    private ModuleName() {}

    /** Returns a name for each folder, which no other of them has. */
    public static Map<Path, String> distinct(Collection<Path> bases) {
        Map<String, List<Path>> named = new LinkedHashMap<>();
        bases.forEach(base ->
                named.computeIfAbsent(of(base), name -> new ArrayList<>()).add(base));
        Map<Path, String> names = new LinkedHashMap<>();
        bases.forEach(base -> names.put(base, ""));
        named.forEach((name, same) -> {
            Path above = above(same);
            same.forEach(base -> names.put(base, same.size() == 1 ? name : path(above, base)));
        });
        if (new HashSet<>(names.values()).size() < names.size()) {
            // An artifact id looks like the path of another module.
            Path above = above(bases);
            names.replaceAll((base, name) -> path(above, base));
        }
        return names;
    }

    private static String path(Path above, Path base) {
        return above.relativize(base).toString().replace('\\', '/');
    }

    /** Returns the nearest folder that all of them are below. */
    private static Path above(Collection<Path> bases) {
        Path above = bases.iterator().next();
        for (Path base : bases) {
            while (above.getParent() != null && (above.equals(base) || !base.startsWith(above))) {
                above = above.getParent();
            }
        }
        return above;
    }

    /** Returns the name of the module in that folder. */
    public static String of(Path base) {
        Path pom = base.resolve("pom.xml");
        String folder = base.getFileName() == null
                ? base.toString()
                : base.getFileName().toString();
        if (!Files.isRegularFile(pom)) {
            return folder;
        }
        try (InputStream in = InputFile.open(pom, InputFile.LARGEST)) {
            return artifactId(XmlInput.open(in), folder);
        } catch (IOException | XMLStreamException unreadable) {
            return folder;
        }
    }

    private static String artifactId(XMLStreamReader reader, String otherwise) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2 && reader.getLocalName().equals("artifactId")) {
                    return reader.getElementText().trim();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return otherwise;
    }
}
