package org.vigie.replay.export;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Says where the rows of an exported table come from.
 *
 * @param sources topics whose records become rows
 * @param atEnd rows that are known only when every record was read
 * @param corrections SQL statements that remove the rows which later records made wrong
 */
record ExportedRows<R>(List<ExportedSource<?, R>> sources, Supplier<Stream<R>> atEnd, List<String> corrections) {
    ExportedRows {
        sources = List.copyOf(sources);
        corrections = List.copyOf(corrections);
    }

    /** Creates rows that each record gives alone and that no later record changes. */
    static <R> ExportedRows<R> of(List<ExportedSource<?, R>> sources) {
        return new ExportedRows<>(sources, Stream::empty, List.of());
    }
}
