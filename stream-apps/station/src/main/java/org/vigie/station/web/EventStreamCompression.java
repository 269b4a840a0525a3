package org.vigie.station.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;

/**
 * Compresses the event stream with gzip for browsers that accept it. Each event is flushed at once. Two snapshots of a bed differ little, so
 * a page receives about a tenth of the bytes.
 */
final class EventStreamCompression {
    /** A higher level costs more processor time per page and saves little. */
    private static final int LEVEL = 3;

    private final String path;

    /** @param path of the event stream; no other answer is compressed */
    EventStreamCompression(String path) {
        this.path = path;
    }

    void addTo(JavalinConfig config) {
        config.jetty.modifyServer(server -> server.setHandler(handler()));
    }

    private CompressionHandler handler() {
        var flushed = new GzipEncoderConfig();
        flushed.setSyncFlush(true);
        flushed.setCompressionLevel(LEVEL);
        var gzip = new GzipCompression();
        gzip.setDefaultEncoderConfig(flushed);
        var handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration(path, stream());
        return handler;
    }

    /** Requests are never decompressed: a small body could become a large one. */
    private static CompressionConfig stream() {
        return CompressionConfig.builder()
                .compressIncludeMimeType("text/event-stream")
                .compressIncludeMethod("GET")
                .decompressExcludePath("/*")
                .build();
    }
}
