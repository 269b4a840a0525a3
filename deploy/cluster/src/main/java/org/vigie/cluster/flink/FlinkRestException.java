package org.vigie.cluster.flink;

/** Reports that the REST interface of a Flink cluster refused a request or did not answer. */
public final class FlinkRestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FlinkRestException(String sentence) {
        super(sentence);
    }

    FlinkRestException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
