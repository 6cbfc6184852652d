package com.acme.library;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireProof;

/** Every test checks what its handler answers, so no fault may survive. */
@OperationalReadiness(packagesOf = LibraryApplication.class, level = Level.NONE)
@RequireProof(budget = "5m")
class LibraryReadinessIT implements ReadinessChecks {}
