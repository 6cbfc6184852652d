package dev.andon.internal.frameworks;

import java.util.List;

/** Feign clients. */
final class Feign implements Framework {

    @Override
    public List<String> clientPrefixes() {
        return List.of("feign.");
    }
}
