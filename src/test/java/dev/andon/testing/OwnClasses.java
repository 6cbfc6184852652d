package dev.andon.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of Andon as ArchUnit reads them: once, since that takes seconds. */
public final class OwnClasses {
    /** All but those of the tests. */
    public static final JavaClasses PRODUCTION =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.andon");

    private OwnClasses() {}
}
