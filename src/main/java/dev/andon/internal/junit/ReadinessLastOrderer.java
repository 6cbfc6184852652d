package dev.andon.internal.junit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/**
 * The user's own order, if they have one, and then the readiness classes behind all others, by name among themselves.
 * Jupiter orders nested classes by it too: there it is the user's own order and no more.
 */
public final class ReadinessLastOrderer implements ClassOrderer {

    private static final String TAG = "operational-readiness";

    private final @Nullable ClassOrderer users;

    /** Jupiter's. */
    public ReadinessLastOrderer() {
        this(named(nameOfUsers()));
    }

    ReadinessLastOrderer(@Nullable ClassOrderer users) {
        this.users = users;
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        if (users != null) {
            users.orderClasses(context);
        }
        sort(context.getClassDescriptors());
    }

    private static <T extends ClassDescriptor> void sort(List<T> classes) {
        classes.sort(Comparator.comparing(
                each -> isReadiness(each) ? each.getTestClass().getName() : ""));
    }

    private static boolean isReadiness(ClassDescriptor each) {
        return each.findRepeatableAnnotations(Tag.class).stream()
                .anyMatch(tag -> tag.value().strip().equals(TAG));
    }

    private static @Nullable String nameOfUsers() {
        String property = ReadinessLast.usersOrderer();
        return property != null ? property : fromFile();
    }

    private static @Nullable String fromFile() {
        URL file = loader().getResource("junit-platform.properties");
        if (file == null) {
            return null;
        }
        Properties properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            // JUnit itself reads the same file and says what is wrong with it.
            return null;
        }
        return properties.getProperty(ReadinessLast.PROPERTY);
    }

    private static @Nullable ClassOrderer named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            var constructor = loader().loadClass(name.strip())
                    .asSubclass(ClassOrderer.class)
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            // As Jupiter does with an orderer that it cannot make: a warning, and the classes as they come.
            System.getLogger(ReadinessLastOrderer.class.getName())
                    .log(Level.WARNING, "andon: the class orderer " + name + " cannot be used: " + e);
            return null;
        }
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : ClassLoader.getSystemClassLoader();
    }
}
