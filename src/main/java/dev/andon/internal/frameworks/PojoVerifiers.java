package dev.andon.internal.frameworks;

import java.util.List;

/** Libraries that check the methods of plain classes: EqualsVerifier, POJO-tester, OpenPojo, ToStringVerifier. */
final class PojoVerifiers implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of("nl\\.jqno\\.equalsverifier\\..*", "verify"),
                CallRule.of("pl\\.pojo\\.tester\\..*", "areWellImplemented|quickly"),
                CallRule.of("com\\.openpojo\\..*", "validate"),
                CallRule.of("com\\.jparams\\.verifier\\..*", "verify"));
    }
}
