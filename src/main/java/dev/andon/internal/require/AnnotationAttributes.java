package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Optional;

/** One annotation of a readiness class, its attributes read as what they must be. */
record AnnotationAttributes(String readinessClass, AnnotationFacts facts) {

    String type() {
        return facts.type();
    }

    boolean has(String attribute) {
        return facts.value(attribute)
                .filter(value -> !(value instanceof Double share && share == -1))
                .isPresent();
    }

    String text(String attribute) {
        return (String) facts.value(attribute).orElse("");
    }

    List<String> texts(String attribute) {
        return facts.each(attribute).map(String.class::cast).toList();
    }

    /** The named class's binary name, or empty for none: {@code void} stands for "not given". */
    String type(String attribute) {
        return facts.value(attribute)
                .map(value -> ((AnnotationFacts.TypeName) value).name())
                .filter(name -> !name.equals("void"))
                .orElse("");
    }

    List<String> types(String attribute) {
        return facts.each(attribute)
                .map(value -> ((AnnotationFacts.TypeName) value).name())
                .toList();
    }

    Optional<String> constant(String attribute) {
        return facts.value(attribute).map(value -> ((AnnotationFacts.EnumName) value).constant());
    }

    Optional<String> atMostOne(String attribute) {
        List<String> constants = facts.each(attribute)
                .map(value -> ((AnnotationFacts.EnumName) value).constant())
                .toList();
        if (constants.size() > 1) {
            throw misuse(attribute, constants.toString(), "takes at most one");
        }
        return constants.stream().findFirst();
    }

    /** A share between 0 and 1, or negative where none is required. */
    double share(String attribute) {
        if (!has(attribute)) {
            return -1;
        }
        double share = ((Number) facts.value(attribute).orElseThrow()).doubleValue();
        if (!(share >= 0 && share <= 1)) {
            throw misuse(attribute, String.valueOf(share), "a threshold lies between 0 and 1: write 0.80 for 80 %");
        }
        return share;
    }

    double positive(String attribute, double otherwise) {
        double number = facts.value(attribute)
                .map(value -> ((Number) value).doubleValue())
                .orElse(otherwise);
        if (!(number >= 0)) {
            throw misuse(attribute, String.valueOf(number), "must not be negative");
        }
        return number;
    }

    String notBlank(String attribute, String fix) {
        String text = text(attribute);
        if (text.isBlank()) {
            throw misuse(attribute, text, "must not be blank: " + fix);
        }
        return text.trim();
    }

    ConfigurationException misuse(String attribute, String written, String why) {
        String annotation = type().substring(type().lastIndexOf('.') + 1);
        return new ConfigurationException(
                "@" + annotation + "(" + attribute + " = " + written + ") on " + readinessClass + ": " + why);
    }
}
