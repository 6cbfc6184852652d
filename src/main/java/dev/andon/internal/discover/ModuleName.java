package dev.andon.internal.discover;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Names modules: by the artifact id in the pom, else by the folder. */
public final class ModuleName {
    private ModuleName() {}

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
