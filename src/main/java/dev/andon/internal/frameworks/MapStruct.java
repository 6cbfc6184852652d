package dev.andon.internal.frameworks;

/** MapStruct's mappers, which are not components to be judged. */
final class MapStruct implements Framework {

    @Override
    public boolean isNotComponent(ClassView type) {
        return type.annotations().contains("org.mapstruct.Mapper");
    }
}
