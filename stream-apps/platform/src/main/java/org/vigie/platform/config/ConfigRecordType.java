package org.vigie.platform.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Builds records of a configuration type by reflection. */
record ConfigRecordType<T extends Record>(Class<T> type) {
    /** Returns the record that {@code static defaults()} gives; empty when the type has no such method. */
    Optional<Object> defaults() {
        try {
            var defaults = type.getDeclaredMethod("defaults");
            defaults.setAccessible(true);
            return Optional.of(defaults.invoke(null));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + ".defaults() failed", e);
        }
    }

    /**
     * Builds a record from the values of its components.
     *
     * @throws InvocationTargetException with what the record's constructor throws
     */
    T construct(Object... values) throws InvocationTargetException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be built", e);
        }
    }
}
