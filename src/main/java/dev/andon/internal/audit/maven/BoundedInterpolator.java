package dev.andon.internal.audit.maven;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem.Severity;
import org.apache.maven.model.building.ModelProblem.Version;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.building.ModelProblemCollectorRequest;
import org.apache.maven.model.interpolation.ModelInterpolator;

/** Refuses poms whose properties refer to each other in a way that makes a short pom fill any memory. */
final class BoundedInterpolator implements ModelInterpolator {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]{1,200})}");
    private static final long LONGEST = 1 << 16;

    private final ModelInterpolator usual;

    BoundedInterpolator(ModelInterpolator usual) {
        this.usual = usual;
    }

    @Override
    public Model interpolateModel(
            Model model, File folder, ModelBuildingRequest request, ModelProblemCollector problems) {
        Map<String, Long> lengths = new HashMap<>();
        for (String name : model.getProperties().stringPropertyNames()) {
            if (length(name, model.getProperties(), lengths) > LONGEST) {
                problems.add(new ModelProblemCollectorRequest(Severity.FATAL, Version.BASE)
                        .setMessage("the property " + name + " is longer than " + LONGEST
                                + " characters with what it refers to"));
                return model;
            }
        }
        return usual.interpolateModel(model, folder, request, problems);
    }

    /** The length of a value with all references replaced; of a circle, which Maven reports, what comes before it. */
    private static long length(String name, Properties properties, Map<String, Long> lengths) {
        Long known = lengths.get(name);
        if (known != null) {
            return known;
        }
        String value = properties.getProperty(name, "");
        lengths.put(name, 0L);
        long length = value.length();
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find() && length <= LONGEST) {
            length += length(reference.group(1), properties, lengths);
        }
        lengths.put(name, length);
        return length;
    }
}
