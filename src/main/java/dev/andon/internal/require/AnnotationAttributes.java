package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return each(attribute, String.class).findFirst().orElse("");
    }

    List<String> texts(String attribute) {
        return each(attribute, String.class).toList();
    }

    List<String> types(String attribute) {
        return each(attribute, AnnotationFacts.TypeName.class)
                .map(AnnotationFacts.TypeName::name)
                .toList();
    }

    Optional<String> constant(String attribute) {
        return each(attribute, AnnotationFacts.EnumName.class)
                .map(AnnotationFacts.EnumName::constant)
                .findFirst();
    }

    /** A class file may be of another version of the annotation, or made by hand. */
    private <T> Stream<T> each(String attribute, Class<T> type) {
        return facts.each(attribute).map(value -> {
            if (!type.isInstance(value)) {
                throw misuse(
                        attribute,
                        String.valueOf(value),
                        "is of another type than this version of Andon knows; compile the class against it");
            }
            return type.cast(value);
        });
    }

    /** A share between 0 and 1, or negative where none is required. */
    double share(String attribute) {
        if (!has(attribute)) {
            return -1;
        }
        double share = number(attribute, 0);
        if (!(share >= 0 && share <= 1)) {
            throw misuse(attribute, String.valueOf(share), "a threshold lies between 0 and 1: write 0.80 for 80 %");
        }
        return share;
    }

    double positive(String attribute, double otherwise) {
        double number = number(attribute, otherwise);
        if (!(number >= 0)) {
            throw misuse(attribute, String.valueOf(number), "must not be negative");
        }
        return number;
    }

    private double number(String attribute, double otherwise) {
        return each(attribute, Number.class)
                .map(Number::doubleValue)
                .findFirst()
                .orElse(otherwise);
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
