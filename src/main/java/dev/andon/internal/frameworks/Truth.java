package dev.andon.internal.frameworks;

import java.util.List;

/** Truth, and its extension for compilers. */
final class Truth implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of(
                        "com\\.google\\.common\\.truth\\..*(Subject|Subject\\$\\w+|Ordered)",
                        "(?!that$|named$|as$|has(Message|Cause)That$|comparing|formatting|ignoring|with|display|assert_)[a-z].*"),
                CallRule.of("com\\.google\\.common\\.truth\\.StandardSubjectBuilder", "fail"),
                CallRule.of("com\\.google\\.testing\\.compile\\..*Subject.*", "[a-z].*"));
    }

    @Override
    public List<String> testPackages() {
        return List.of("com.google.common.truth.");
    }
}
