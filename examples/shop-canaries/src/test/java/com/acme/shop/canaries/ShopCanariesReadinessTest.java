package com.acme.shop.canaries;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;

/**
 * What the canaries promise before they are shipped. The verdicts go into the artefact, where the shop's own build finds
 * them; that build proves the canaries against the real shop.
 */
@OperationalReadiness(packagesOf = PlaceAnOrderCanary.class, level = Level.NONE)
@RequireCanaries(max = 3, runsPerMonth = 100_000)
class ShopCanariesReadinessTest implements ReadinessChecks {}
