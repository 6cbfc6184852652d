package dev.andon.internal.frameworks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Beans that pages call by their name. A name alone is no sign: it also tells beans of one type apart. It is one together
 * with a scope in which a page or a user has the bean.
 */
final class JakartaFaces implements Framework {

    private static final Set<String> NAMED = Set.of("jakarta.inject.Named", "javax.inject.Named");
    private static final Pattern OF_A_PAGE =
            Pattern.compile("(?:jakarta|javax)\\.enterprise\\.context\\.(?:Request|Session|Conversation)Scoped"
                    + "|(?:jakarta|javax)\\.faces\\.(?:view\\.View|flow\\.Flow)Scoped"
                    + "|org\\.(?:omnifaces\\.cdi|apache\\.deltaspike\\.core\\.api\\.scope)\\.\\w+Scoped");

    @Override
    public Optional<String> looksLikeEntryPoint(ClassView type) {
        return type.isAnnotated(NAMED)
                        && type.annotations().stream()
                                .anyMatch(name -> OF_A_PAGE.matcher(name).matches())
                ? Optional.of("@Named bean of pages")
                : Optional.empty();
    }

    @Override
    public List<EntryPointSign> entryPointSigns() {
        return List.of(
                EntryPointSign.annotation("(?:jakarta|javax)\\.enterprise\\.inject\\.Model"),
                EntryPointSign.annotation("(?:jakarta|javax)\\.faces\\.bean\\.ManagedBean"));
    }
}
