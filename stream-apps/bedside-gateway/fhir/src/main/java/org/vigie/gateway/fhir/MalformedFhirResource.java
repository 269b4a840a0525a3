package org.vigie.gateway.fhir;

/** What was sent is no FHIR resource at all. The message says where, as the parser saw it; it quotes nothing that was sent. */
public final class MalformedFhirResource extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedFhirResource(String message) {
        super(message);
    }

    public MalformedFhirResource(String message, Throwable cause) {
        super(message, cause);
    }
}
