package dev.andon.internal.assess;

import dev.andon.internal.evidence.canaries.RepositoryRoot;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.WaiversCodec;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.require.WrittenWaivers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The waivers that stand in a file beside the build file of a readiness class, for those who cannot touch code. */
public final class WaiverFile {
    /** A file of this name would be ignored without a word, so it is refused. */
    private static final String MISSPELT = "andon-waivers.yml";

    private WaiverFile() {}

    /**
     * Returns the declaration with the waivers of the folder's file too.
     *
     * @throws ConfigurationException if there are several such files, or one is damaged or cannot be read
     */
    public static ReadinessDeclaration with(ReadinessDeclaration declaration, Path folder) {
        List<Path> files = in(folder);
        if (files.isEmpty()) {
            return declaration;
        }
        Path file = files.get(0);
        if (files.size() > 1) {
            throw new ConfigurationException(
                    file + " and " + files.get(1).getFileName() + " both hold waivers: keep one of the two");
        }
        if (file.endsWith(MISSPELT)) {
            throw new ConfigurationException(file + " is not read: name it " + WaiversCodec.YAML);
        }
        Requirements requirements = declaration.requirements();
        List<Requirements.Waiver> written =
                WrittenWaivers.read(String.valueOf(file.getFileName()), read(file), PracticeChecks.CATALOGUE);
        return declaration.withRequirements(requirements.withWaivers(
                Stream.concat(requirements.waivers().stream(), written.stream()).toList()));
    }

    /** Returns a note on each such file above the folder in its repository: a reader could take it for one that counts. */
    static List<String> notRead(ReadinessDeclaration declaration, Path folder) {
        Path last = RepositoryRoot.of(folder);
        return Stream.iterate(folder.getParent(), Objects::nonNull, Path::getParent)
                .takeWhile(above -> above.startsWith(last))
                .flatMap(above -> in(above).stream())
                .map(file -> file + " is not read for " + declaration.readinessClass()
                        + ": its waivers stand beside the build file of its own module, in " + folder)
                .toList();
    }

    private static List<Path> in(Path folder) {
        return Stream.of(WaiversCodec.YAML, WaiversCodec.PROPERTIES, MISSPELT)
                .map(folder::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<WaiversCodec.Entry> read(Path file) {
        try (InputStream in = InputFile.open(file, InputFile.LARGEST)) {
            return file.endsWith(WaiversCodec.YAML)
                    ? WaiversCodec.decodeYaml(in, file.toString())
                    : WaiversCodec.decodeProperties(in, file.toString());
        } catch (NoClassDefFoundError absent) {
            throw new ConfigurationException(file
                    + " holds waivers, but the library that reads it is missing: add org.snakeyaml:snakeyaml-engine to the "
                    + "tests' class path, or write them in " + WaiversCodec.PROPERTIES);
        } catch (MalformedFileException malformed) {
            throw new ConfigurationException(String.valueOf(malformed.getMessage()));
        } catch (IOException unreadable) {
            throw new ConfigurationException(file + " cannot be read: " + unreadable);
        }
    }
}
