package dev.andon.internal.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML that others wrote. */
public final class XmlInput {
    /** The JDK's limits of what may be escaped in a document, for documents without entities of their own. */
    private static final List<String> LIMITS = List.of(
            "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private static final int HEADER = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private XmlInput() {}

    /**
     * Opens a document; neither a DTD nor an entity of it is read.
     *
     * @throws XMLStreamException if it cannot be read, or its encoding is unknown
     */
    public static XMLStreamReader open(InputStream in) throws XMLStreamException {
        try {
            BufferedInputStream buffered = new BufferedInputStream(in);
            // Bytes that are no characters: the JDK's own decoder prints an error to the console before it throws one.
            return factory()
                    .createXMLStreamReader(new InputStreamReader(
                            buffered, encoding(buffered).newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new XMLStreamException("its encoding cannot be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    private static Charset encoding(InputStream in) throws IOException {
        in.mark(HEADER + 1);
        byte[] header = in.readNBytes(HEADER);
        in.reset();
        if (header.length > 1 && (header[0] & 0xff) + (header[1] & 0xff) == 0xfe + 0xff) {
            return StandardCharsets.UTF_16;
        }
        if (header.length > 2 && header[0] == (byte) 0xef && header[1] == (byte) 0xbb && header[2] == (byte) 0xbf) {
            in.skipNBytes(3);
        }
        Matcher declared =
                ENCODING.matcher(new String(header, StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", ""));
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    /** The JDK's own: one that a library brings along has other limits. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (String limit : LIMITS) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, "0");
            }
        }
        return factory;
    }
}
