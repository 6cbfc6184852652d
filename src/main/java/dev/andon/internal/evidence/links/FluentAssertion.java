package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows fluent assertions, as in AssertJ, through one method: {@code assertThat(x)} only starts one and asserts
 * nothing; the first checking call on the returned object completes it.
 */
final class FluentAssertion {

    /** How an assertion was started, which decides what its completion counts as. */
    private enum Opening {
        HARD,
        SOFT,
        /** An assumption skips the test instead of failing it. */
        ASSUMED,
        /** About a constant: a check that involves constants alone always has the same outcome. */
        FIXED
    }

    private static final Pattern OPENS = Pattern.compile("(assertThat|assumeThat|then|given|verifyThat).*");
    private static final Pattern ONLY_PREPARES = Pattern.compile(
            "<.*|as|as[A-Z].*|describedAs|withFailMessage|overridingErrorMessage|using.*|ignoring.*|with(Strict|Comparator|Equals"
                    + "|Representation|Threads|Assertion).*|in(Hexadecimal|Binary|Unicode)|extracting.*|flatExtracting|filteredOn.*"
                    + "|map|flatMap|size|first|last|element|elements|and|also|not|to|get[A-Z].*|set[A-Z].*|when|node|inPath"
                    + "|hashCode|toString|new[A-Z].*|comparing.*|formattedAs|info|descriptionText|rootCause|cause|message"
                    + "|bodyText|bodyJson|headers|cookies|request|response|model|handler|returnTo.*|back[A-Z].*");

    private Opening opening = Opening.HARD;

    /**
     * Processes the next call of the method.
     *
     * @param owners the class that the call names, and its supertypes
     * @param fixed whether all its arguments are constants
     * @return the effects that the call adds to those of the method
     */
    Set<AssertionEffect> next(Call call, Collection<String> owners, boolean fixed) {
        boolean soft = owners.stream().anyMatch(FluentAssertion::isSoft);
        if (soft && (call.name().equals("assertAll") || call.name().equals("assertSoftly"))) {
            return Set.of(AssertionEffect.SOFT_ENDS);
        }
        if (owners.stream().anyMatch(owner -> owner.endsWith("AutoCloseableSoftAssertions"))
                && call.name().equals("close")) {
            return Set.of(AssertionEffect.SOFT_ENDS);
        }
        if (soft && call.name().startsWith("fail")) {
            return Set.of(AssertionEffect.SOFT);
        }
        if (owners.stream().anyMatch(FluentAssertion::isAssertion)) {
            return closes(call, fixed);
        }
        if (returnsAssertion(call) || OPENS.matcher(call.name()).matches()) {
            opening = soft
                    ? Opening.SOFT
                    : KnownAssertions.isAssumption(call.owner()) || call.name().startsWith("assume")
                            ? Opening.ASSUMED
                            : fixed ? Opening.FIXED : Opening.HARD;
        }
        return Set.of();
    }

    private Set<AssertionEffect> closes(Call call, boolean fixed) {
        if (ONLY_PREPARES.matcher(call.name()).matches()) {
            return Set.of();
        }
        boolean alone = fixed || call.descriptor().startsWith("()");
        return switch (opening) {
            case HARD -> Set.of(AssertionEffect.ASSERTS);
            case SOFT -> Set.of(AssertionEffect.SOFT);
            case ASSUMED -> Set.of();
            case FIXED -> alone ? Set.of() : Set.of(AssertionEffect.ASSERTS);
        };
    }

    private static boolean isSoft(String owner) {
        return Frameworks.any(Framework::isSoftAssertion, owner);
    }

    /** Returns whether objects of that class are assertions that have been started. */
    static boolean isAssertion(String owner) {
        String simpleName = owner.substring(owner.lastIndexOf('.') + 1);
        boolean named = simpleName.endsWith("Assert")
                && !simpleName.equals("Assert")
                && !simpleName.equals("MatcherAssert")
                && !KnownAssertions.isProduction(owner);
        return named || Frameworks.any(Framework::isFluentAssertion, owner);
    }

    private static boolean returnsAssertion(Call call) {
        return call.descriptor().endsWith("Assert;");
    }
}
