package dev.andon.internal.frameworks;

/** How a test uses containers. */
public enum ContainerUse {
    /** It starts none, or only images that are known not to hold the service. */
    NONE,
    /** It starts an image of some name, which may be that of the service. */
    NAMED_IMAGE,
    /** It builds an image, which most likely holds the service. */
    BUILT_IMAGE
}
