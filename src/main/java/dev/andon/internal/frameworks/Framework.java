package dev.andon.internal.frameworks;

/**
 * What Andon knows about one framework or library. Each method is one facet, and by default a framework says nothing
 * about it. To add a framework, write a class and put it into {@link Frameworks#ALL}.
 *
 * <p>Classes and annotations are given by binary names, unless the facet says otherwise.
 */
public interface Framework
        extends EntryPointFacets,
                RouteFacets,
                TestFacets,
                MockFacets,
                AssertionFacets,
                RequestFacets,
                CallbackFacets,
                CanaryFacets {}
