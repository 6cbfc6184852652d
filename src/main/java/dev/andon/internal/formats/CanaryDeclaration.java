package dev.andon.internal.formats;

/**
 * The attributes of a {@code @Canary} annotation as they are written, unchecked; an attribute that is left out is empty.
 *
 * @param className the binary name of the annotated class
 * @param retries as written; not part of {@code canaries.json}, so 0 where it comes from there
 */
public record CanaryDeclaration(
        String className,
        String name,
        String operation,
        String route,
        String every,
        String timeout,
        String degradedAfter,
        String owner,
        String runbook,
        String tolerance,
        int retries) {}
