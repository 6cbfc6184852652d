package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One annotation of a readiness class, with its attributes by type. */
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

    List<String> types(String attribute) {
        return facts.each(attribute)
                .map(value -> ((AnnotationFacts.TypeName) value).name())
                .toList();
    }

    Optional<String> constant(String attribute) {
        return facts.value(attribute).map(value -> ((AnnotationFacts.EnumName) value).constant());
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

    /** The texts of an attribute, none of which may be blank. */
    List<String> notBlanks(String attribute) {
        List<String> texts = texts(attribute);
        if (texts.stream().anyMatch(String::isBlank)) {
            throw misuse(attribute, "", "must not be blank");
        }
        return texts.stream().map(String::trim).toList();
    }

    /** The practices that the attribute {@code practices} names, at least one. */
    List<Practice> practices(PracticeCatalogue catalogue) {
        List<String> ids = texts("practices");
        if (ids.isEmpty()) {
            throw misuse("practices", "", "name at least one practice");
        }
        return ids.stream()
                .distinct()
                .map(id -> practice("practices", id, catalogue))
                .toList();
    }

    Practice practice(String attribute, String id, PracticeCatalogue catalogue) {
        return catalogue.find(id).orElseThrow(() -> {
            List<String> ids = catalogue.ids();
            String nearest = Nearest.to(id, ids)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("; there are " + ids);
            return misuse(attribute, id, "no such practice" + nearest);
        });
    }

    LocalDate date(String attribute) {
        String written = text(attribute);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException malformed) {
            throw misuse(
                    attribute, written, "not a date; write the last day as yyyy-MM-dd, for example \"2027-03-31\"");
        }
    }

    ConfigurationException misuse(String attribute, String written, String why) {
        String annotation = type().substring(type().lastIndexOf('.') + 1);
        return new ConfigurationException(
                "@" + annotation + "(" + attribute + " = " + written + ") on " + readinessClass + ": " + why);
    }
}
