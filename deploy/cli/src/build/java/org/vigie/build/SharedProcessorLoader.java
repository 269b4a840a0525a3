package org.vigie.build;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Loads the checks of the compiler once for all compilations of a build. The compiler asks for a class loader for each of them, so that Error
 * Prone would be loaded, verified and compiled by the JVM eighty times. All loaders of the same jars delegate to one.
 */
public final class SharedProcessorLoader extends ClassLoader {
    private static final Map<List<String>, ClassLoader> SHARED = new ConcurrentHashMap<>();

    /** The compiler calls it because of its option {@code -XDprocloader}. */
    public SharedProcessorLoader(URL[] jars, ClassLoader parent) {
        super(SHARED.computeIfAbsent(names(jars), names -> new URLClassLoader(jars, parent)));
    }

    private static List<String> names(URL[] jars) {
        return Stream.of(jars).map(URL::toString).toList();
    }
}
