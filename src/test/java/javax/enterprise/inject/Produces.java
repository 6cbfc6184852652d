package javax.enterprise.inject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the annotation of CDI 2, which makes a bean: it is known by its full name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Produces {}
