package org.vigie.gateway.fhir.element;

/** Signals bytes that are no FHIR resource. The message gives the place and quotes nothing that was sent. */
public final class MalformedFhirResource extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedFhirResource(String message) {
        super(message);
    }

    public MalformedFhirResource(String message, Throwable cause) {
        super(message, cause);
    }
}
