package dev.andon.internal.frameworks;

/** Protocol Buffers: its messages are generated. */
final class Protobuf implements Framework {

    @Override
    public boolean isGeneratedBase(String superType) {
        return superType.startsWith("com.google.protobuf.Generated");
    }
}
