package dev.andon.internal.frameworks;

import java.util.List;

/** Retrofit clients. */
final class Retrofit implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("retrofit2.");
    }
}
