package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.Value;

/**
 * An object that code hands to a framework together with its paths.
 *
 * @param verb the verb of its requests
 * @param paths the path, or an array of them
 * @param handler the object
 */
public record PathHandler(String verb, Value paths, Value handler) {}
