package dev.andon.internal.audit.maven;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.model.resolution.ModelResolver;

/** Finds poms in the local repository; replaces each missing one by an empty pom, so that the rest can be read. */
// The interface that is to be implemented asks for deprecated types.
@SuppressWarnings("deprecation")
final class OfflineResolver implements ModelResolver {
    private final LocalRepository repository;
    private final Set<String> missing = new LinkedHashSet<>();

    OfflineResolver(LocalRepository repository) {
        this.repository = repository;
    }

    /** Returns the ids ({@code group:artifact:version}) of those that were not there. */
    Set<String> missing() {
        return missing;
    }

    @Override
    public ModelSource resolveModel(String group, String artifact, String version) {
        Optional<Path> pom = repository.pom(group, artifact, version);
        if (pom.isPresent()) {
            return new FileModelSource(pom.get().toFile());
        }
        missing.add(group + ":" + artifact + ":" + version);
        return new StringModelSource(
                "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><packaging>pom</packaging></project>"
                        .formatted(group, artifact, version));
    }

    @Override
    public ModelSource resolveModel(Parent parent) {
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency bom) {
        return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
    }

    @Override
    public void addRepository(Repository remote) {
        // Nothing is ever downloaded.
    }

    @Override
    public void addRepository(Repository remote, boolean replace) {
        // Nothing is ever downloaded.
    }

    @Override
    public ModelResolver newCopy() {
        return this;
    }
}
