package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.errors.SerializationException;

/** Signals that the registry refused a schema, because readers of earlier versions could not read its records. */
public final class SchemaRefusedException extends SerializationException {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    SchemaRefusedException(String subject, RestClientException cause) {
        super("SCHEMA_REFUSED: " + subject + ": " + cause.getMessage(), cause);
    }

    static boolean isRefusal(RestClientException answer) {
        return answer.getStatus() == CONFLICT || answer.getStatus() == UNPROCESSABLE;
    }
}
