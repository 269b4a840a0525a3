package org.vigie.station.web;

import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Serves files of uPlot (MIT) from its webjar, which holds the licence too. */
final class UplotResources {
    private static final String ROOT = "/META-INF/resources/webjars/uplot/";
    private static final String ABOUT = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private final String version = version();

    /** Reads the file at once: a file that is missing stops the start and not the first trend. */
    Handler handler(String file, String type) {
        byte[] content = read(ROOT + version + "/" + file, InputStream::readAllBytes);
        return request -> request.contentType(type).result(content);
    }

    private static String version() {
        return read(ABOUT, file -> {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        });
    }

    private static <T> T read(String resource, ResourceParser<T> resourceParser) {
        try (InputStream file = Objects.requireNonNull(UplotResources.class.getResourceAsStream(resource), resource)) {
            return resourceParser.from(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Reads a value out of a resource. */
    private interface ResourceParser<T> {
        T from(InputStream file) throws IOException;
    }
}
