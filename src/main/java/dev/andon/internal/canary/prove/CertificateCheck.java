package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryConnection;

/** Finds out whether a canary looks at how long the certificate is still valid; no fault tells, where it only measures times. */
final class CertificateCheck {
    private static final String DAYS = "daysUntilCertificateExpires";

    private CertificateCheck() {}

    /** Returns whether a class, or one of its artefact that it calls or extends, reads the days. */
    static boolean in(ArtefactCode code) {
        return code.parts().stream()
                .flatMap(part -> part.bodies().stream())
                .flatMap(body -> body.calls().stream())
                .anyMatch(call -> call.owner().equals(CanaryConnection.class.getName())
                        && call.name().equals(DAYS));
    }
}
