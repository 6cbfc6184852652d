package dev.andon.internal.evidence.links;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The assertions and verifications of testing libraries, by the names of their classes and methods: a library need not
 * be on the class path to be known.
 */
final class KnownAssertions {

    /** Calls that fail a test by themselves. */
    private static final List<Rule> RULES = List.of(
            // JUnit, TestNG, Kotlin
            rule("org\\.junit\\.(jupiter\\.api\\.Assertions(Kt)?|Assert)", "assert.*|fail(NotEquals|NotSame)?"),
            rule("junit\\.framework\\.(Assert|TestCase)", "assert.*|fail.*"),
            rule("org\\.testng\\.(Assert|AssertJUnit|FileAssert|Reporter)", "assert.*|fail|expectThrows"),
            rule("org\\.testng\\.asserts\\.\\w+", "assert.*"),
            rule("kotlin\\.test\\..*", "assert.*|fail|expect|checkResultIsFailure"),
            rule("org\\.junit\\.rules\\.ExpectedException", "expect.*"),
            rule("org\\.junit\\.rules\\.ErrorCollector", "check.*|addError"),
            rule(
                    "io\\.vertx\\.junit5\\.VertxTestContext",
                    "verify|completeNow|failNow|assert.*|succeeding.*|failing.*"),
            rule("io\\.vertx\\.junit5\\.Checkpoint", "flag"),
            rule("io\\.vertx\\.ext\\.unit\\.TestContext", "assert.*|asyncAssert.*|verify|fail"),
            // Our own: a canary's step, and a proof that is returned as tests, which fails where a canary stays green.
            rule("dev\\.andon\\.canary\\.CanaryProof\\$Against", "tests"),
            rule("dev\\.andon\\.canary\\.CanaryResponse", "expectStatus"),
            // Mocks
            rule("org\\.mockito\\.(Mockito|BDDMockito|InOrder|MockedStatic|kotlin\\..*)", "verify.*"),
            rule("org\\.mockito\\.(internal|verification)\\..*", "verify.*"),
            rule("org\\.mockito\\.BDDMockito\\$Then|org\\.mockito\\.kotlin\\..*", "should.*"),
            rule("com\\.nhaarman\\.mockito_?kotlin2?\\..*|org\\.powermock\\..*|org\\.easymock\\..*", "verify.*"),
            rule("io\\.mockk\\..*", "(co)?[vV]erify.*|confirmVerified.*|wasNot.*"),
            rule("mockit\\.(Full)?Verifications.*", "<init>"),
            rule("com\\.github\\.tomakehurst\\.wiremock\\..*|org\\.wiremock\\..*", "verify.*"),
            rule("org\\.mockserver\\..*", "verify.*"),
            rule("au\\.com\\.dius\\.pact\\..*", "verify.*"),
            // Spring
            rule("org\\.springframework\\.test\\.web\\.servlet\\.(ResultActions|.*Dsl).*", "andExpect.*"),
            rule("org\\.springframework\\.test\\..*Assertions", "(?!returnResult$|and$).*"),
            rule(
                    "org\\.springframework\\.test\\..*Spec",
                    "isEmpty|isEqualTo|json|xml|value.*|hasSize|contains|doesNotContain"),
            rule("org\\.springframework\\.test\\.web\\.client\\.MockRestServiceServer", "verify"),
            rule("org\\.springframework\\.test\\.util\\..*", "assert.*|fail.*"),
            rule(
                    "org\\.springframework\\.graphql\\.test\\.tester\\..*",
                    "is.*|has.*|contains.*|doesNotContain.*|matches.*|satisf.*|verify|valueIs.*|.*Exists?"),
            rule("org\\.springframework\\.modulith\\..*", "verify|toArrive.*|andVerify.*|toArriveAndVerify.*"),
            // REST
            rule(
                    "(io|com\\.jayway)\\.restassured\\..*(ValidatableResponse|ValidatableMockMvcResponse|ResponseSpecification).*",
                    "statusCode|statusLine|body|content|contentType|headers?|cookies?|time|spec|specification|expect.*|response"
                            + "|assertThat\\$body|status"),
            rule("io\\.restassured\\.module\\.kotlin\\..*", "Then.*"),
            // Reactive, waiting
            rule("reactor\\.test\\..*", "(then)?[vV]erify.*|assert.*|expectComplete.*AndVerify"),
            rule("org\\.awaitility\\..*", "until.*"),
            rule("org\\.assertj\\..*Assertions\\w*", "fail.*|shouldHaveThrown"),
            // Matchers and fluent ones whose every call checks
            rule("org\\.hamcrest\\.(MatcherAssert|junit\\..*)", "assertThat"),
            rule(
                    "com\\.google\\.common\\.truth\\..*(Subject|Subject\\$\\w+|Ordered)",
                    "(?!that$|named$|as$|has(Message|Cause)That$|comparing|formatting|ignoring|with|display|assert_)[a-z].*"),
            rule("com\\.google\\.common\\.truth\\.StandardSubjectBuilder", "fail"),
            rule("com\\.google\\.testing\\.compile\\..*Subject.*", "[a-z].*"),
            rule("io\\.kotest\\..*", "should.*|fail.*|inc|assert.*"),
            rule("strikt\\.assertions\\..*", "(?!get|with|map|filter|first|last|single|all|flatMap).*"),
            rule("strikt\\.api\\.(ExpectKt|.*)", "expectThrows.*|isA.*|assert.*|that|expectDoesNotThrow.*"),
            rule("assertk\\.assertions\\..*", "(?!prop|extracting|key|index|first|single|message|cause).*"),
            rule("assertk\\..*", "fail|assertAll|assertFailure.*"),
            rule("(com\\.codeborne|io\\.github\\..*)\\.selenide\\..*", "should.*|assert.*"),
            rule("com\\.microsoft\\.playwright\\.assertions\\..*Assertions", "is.*|has.*|contains.*|to[A-Z].*"),
            rule("org\\.approvaltests\\..*", "verify.*"),
            rule("com\\.tngtech\\.archunit\\..*", "check|assertNoViolation|verify"),
            rule("nl\\.jqno\\.equalsverifier\\..*", "verify"),
            rule("pl\\.pojo\\.tester\\..*", "areWellImplemented|quickly"),
            rule("com\\.openpojo\\..*", "validate"),
            rule("com\\.jparams\\.verifier\\..*", "verify"),
            rule("org\\.quicktheories\\..*", "check.*"),
            rule("au\\.com\\.origin\\.snapshots\\..*", "toMatchSnapshot.*"),
            rule("de\\.skuzzle\\.test\\.snapshots\\..*", "matches.*|asserts?.*"));

    /** Names that say verification, and are none: libraries that production uses. */
    private static final Pattern PRODUCTION =
            Pattern.compile("(java|javax|jakarta|jdk|sun|com\\.sun|kotlin|kotlinx|groovy"
                    + "|org\\.slf4j|org\\.apache\\.(commons|logging|http|kafka\\.(common|clients))|org\\.springframework\\.(util"
                    + "|core|security|data|web)|com\\.google\\.common\\.base|com\\.google\\.common\\.collect|com\\.auth0"
                    + "|io\\.jsonwebtoken|com\\.nimbusds|org\\.bouncycastle|io\\.netty|org\\.hibernate|org\\.jboss"
                    + "|org\\.eclipse\\.jetty|com\\.fasterxml)\\..*|.*\\.shaded\\..*");

    private static final Pattern ASSUMPTION = Pattern.compile(".*\\.Assum(e|ptions?)(Kt)?");

    private KnownAssertions() {}

    /** Returns whether a call of that method checks something by itself, whatever follows it. */
    static boolean knows(String owner, String name) {
        return RULES.stream().anyMatch(rule -> rule.matches(owner, name));
    }

    /** Returns whether the names alone say that a library's class asserts. */
    static boolean sounds(String owner, String name, String descriptor, boolean isStatic) {
        if (isProduction(owner) || isAssumption(owner) || name.startsWith("assertThat")) {
            // A library's assertThat begins a sentence, unless it returns nothing.
            return name.startsWith("assertThat") && descriptor.endsWith(")V") && !isProduction(owner);
        }
        String simpleName = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        if (isWord(name, "assert")) {
            return !name.startsWith("assertWith");
        }
        boolean checksByName = isWord(name, "verify")
                || (!owner.startsWith("org.assertj.")
                        && (simpleName.startsWith("Assert") || simpleName.startsWith("Verify")));
        return isStatic && checksByName && !isFluent(descriptor);
    }

    private static boolean isWord(String name, String word) {
        return name.startsWith(word)
                && (name.length() == word.length() || !Character.isLowerCase(name.charAt(word.length())));
    }

    /** A static method that returns an assertion begins a sentence only. */
    private static boolean isFluent(String descriptor) {
        return descriptor.endsWith("Assert;");
    }

    static boolean isProduction(String owner) {
        return PRODUCTION.matcher(owner).matches();
    }

    static boolean isAssumption(String owner) {
        return ASSUMPTION.matcher(owner).matches();
    }

    private static Rule rule(String owners, String names) {
        return new Rule(Pattern.compile(owners), Pattern.compile(names));
    }

    private record Rule(Pattern owners, Pattern names) {
        boolean matches(String owner, String name) {
            return owners.matcher(owner).matches() && names.matcher(name).matches();
        }
    }
}
