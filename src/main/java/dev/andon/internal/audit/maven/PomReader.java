package dev.andon.internal.audit.maven;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.DefaultModelBuilder;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.model.building.ModelCache;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.interpolation.ModelInterpolator;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.io.ModelReader;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.plugin.LifecycleBindingsInjector;
import org.apache.maven.model.profile.activation.ProfileActivator;
import org.apache.maven.model.validation.ModelValidator;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/** Reads poms as Maven would, from files alone: parents from their relative paths and the local repository. */
public final class PomReader {
    private static final int LARGEST = 4 << 20;

    private final LocalRepository repository;
    private final OfflineResolver resolver;
    private final DefaultModelBuilder builder = new Leniently().newInstance();
    private final Map<String, Object> cached = new HashMap<>();

    private final Properties system = new Properties();
    private final CommandLineFiles commandLine;

    /**
     * A reader with that repository.
     *
     * @param root the folder of the project, which is what Maven calls its multi-module directory
     */
    public PomReader(LocalRepository repository, Path root) {
        this.repository = repository;
        this.resolver = new OfflineResolver(repository);
        // Neither the environment nor the properties of this JVM: they are the user's, and poms are shown in reports.
        system.setProperty("maven.multiModuleProjectDirectory", root.toString());

        system.setProperty("session.executionRootDirectory", root.toString());
        this.commandLine = CommandLineFiles.of(root);
    }

    LocalRepository repository() {
        return repository;
    }

    /**
     * Returns the folders of the modules that a pom names, and whether only a profile does.
     *
     * @throws IOException if the file is not a pom
     */
    public static Map<Path, Boolean> modules(Path pom) throws IOException {
        Model model = raw(pom);
        Map<Path, Boolean> modules = new LinkedHashMap<>();
        for (String name : model.getModules()) {
            modules.put(folder(pom, name), false);
        }
        for (Profile profile : model.getProfiles()) {
            for (String name : profile.getModules()) {
                modules.putIfAbsent(folder(pom, name), true);
            }
        }
        return modules;
    }

    /** A module element names a folder, or a pom file with another name in it. */
    private static Path folder(Path pom, String name) throws IOException {
        Path path;
        try {
            path = pom.resolveSibling(name.replace('\\', '/').trim()).normalize();
        } catch (InvalidPathException noPath) {
            throw new IOException("the module \"" + name + "\" is no path", noPath);
        }
        return Files.isRegularFile(path) ? path.resolveSibling("") : path;
    }

    private static Model raw(Path pom) throws IOException {
        try (InputStream in = InputFile.open(pom, LARGEST)) {
            return new MavenXpp3Reader().read(in, false);
        } catch (XmlPullParserException malformed) {
            throw new IOException(
                    String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""), malformed);
        } catch (StackOverflowError | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Maven's classes recurse into what is nested, and trust what a pom says. */
    private static IOException unreadable(Throwable cause) {
        return new IOException(
                cause instanceof StackOverflowError
                        ? "it is nested too deeply"
                        : cause instanceof OutOfMemoryError ? "it does not fit into memory" : "it is no pom: " + cause,
                cause);
    }

    /**
     * Returns what a module's pom says with all that it inherits.
     *
     * @throws IOException if it cannot be read or contradicts itself
     */
    public Pom read(Path pom) throws IOException {
        return read(pom, List.of());
    }

    /** Returns the same while these profiles are on. */
    Pom read(Path pom, List<String> activeProfiles) throws IOException {
        ModelBuildingResult built = build(new DefaultModelBuildingRequest()
                .setPomFile(pom.toFile())
                .setProcessPlugins(true)
                .setUserProperties(commandLine.properties)
                .setInactiveProfileIds(commandLine.inactiveProfiles)
                .setActiveProfileIds(Stream.concat(commandLine.activeProfiles.stream(), activeProfiles.stream())
                        .distinct()
                        .toList()));
        List<String> missing = new ArrayList<>();
        Map<String, List<Profile>> profiles = new LinkedHashMap<>();
        for (String id : built.getModelIds()) {
            if (resolver.missing().contains(id)) {
                missing.add(id);
            }
            Stream.ofNullable(built.getRawModel(id))
                    .flatMap(model -> model.getProfiles().stream())
                    .filter(profile -> !built.getActivePomProfiles(id).contains(profile))
                    .forEach(profile -> profiles.computeIfAbsent(profile.getId(), name -> new ArrayList<>())
                            .add(profile));
        }
        return new Pom(built.getEffectiveModel(), commandLine, missing, profiles);
    }

    /** Returns the model of a dependency, with its versions as its own parents manage them. */
    Model readDependency(Path pom) throws IOException {
        return build(new DefaultModelBuildingRequest().setPomFile(pom.toFile())).getEffectiveModel();
    }

    private ModelBuildingResult build(DefaultModelBuildingRequest request) throws IOException {
        ModelBuildingRequest complete = request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                .setSystemProperties(system)
                .setModelResolver(resolver)
                .setModelCache(new Cache());
        try {
            return builder.build(complete);
        } catch (ModelBuildingException contradictory) {
            throw new IOException(
                    String.valueOf(contradictory.getMessage())
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElse("it is no pom")
                            .trim(),
                    contradictory);
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Parents and boms are read once. */
    private final class Cache implements ModelCache {
        @Override
        public void put(String group, String artifact, String version, String tag, Object data) {
            cached.put(String.join(":", group, artifact, version, tag), data);
        }

        @Override
        public @Nullable Object get(String group, String artifact, String version, String tag) {
            return cached.get(String.join(":", group, artifact, version, tag));
        }
    }

    /** Accepts every pom that can be parsed: Maven validated it when it built the project. */
    private static final class Leniently extends DefaultModelBuilderFactory {
        @Override
        protected ModelReader newModelReader() {
            return new DefaultModelReader() {
                @Override
                public Model read(InputStream in, Map<String, ?> options) throws IOException {
                    return super.read(InputFile.limited(in, LARGEST), options);
                }
            };
        }

        @Override
        protected ProfileActivator[] newProfileActivators() {
            return ProfileActivators.of(super.newProfileActivators());
        }

        @Override
        protected ModelInterpolator newModelInterpolator() {
            return new BoundedInterpolator(super.newModelInterpolator());
        }

        @Override
        protected ModelValidator newModelValidator() {
            return new ModelValidator() {
                @Override
                public void validateRawModel(Model model, ModelBuildingRequest request, ModelProblemCollector into) {}

                @Override
                public void validateEffectiveModel(
                        Model model, ModelBuildingRequest request, ModelProblemCollector into) {}
            };
        }

        @Override
        protected LifecycleBindingsInjector newLifecycleBindingsInjector() {
            return (model, request, problems) -> DefaultTest.bind(model);
        }
    }
}
