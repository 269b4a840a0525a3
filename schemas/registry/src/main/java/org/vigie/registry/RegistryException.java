package org.vigie.registry;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.http.RefusedRequest;

/** Refuses a request with Confluent's own code, whose first three digits are the HTTP status. */
final class RegistryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;

    private RegistryException(int code, String message) {
        this(code, message, null);
    }

    private RegistryException(int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    int code() {
        return code;
    }

    int status() {
        return code < 1_000 ? code : code / 100;
    }

    static RegistryException noSuchAddress(String request) {
        return new RegistryException(404, "HTTP 404 Not Found: " + request);
    }

    static RegistryException refused(RefusedRequest refusal) {
        return new RegistryException(refusal.status(), refusal.reason());
    }

    static RegistryException badRequest(Exception cause) {
        return new RegistryException(400, "The request cannot be read: " + cause.getMessage(), cause);
    }

    static RegistryException tooLarge(int mostBytes) {
        return new RegistryException(413, "The body of a request must have at most " + mostBytes + " bytes, has more.");
    }

    static RegistryException subjectNotFound(String subject) {
        return new RegistryException(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException versionNotFound(String version) {
        return new RegistryException(40402, "Version " + version + " not found.");
    }

    static RegistryException schemaNotFound() {
        return new RegistryException(40403, "Schema not found");
    }

    static RegistryException subjectNotDeletedFirst(String subject) {
        return new RegistryException(
                40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryException versionNotDeletedFirst(String subject, int version) {
        return new RegistryException(
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RegistryException noLevelOfItsOwn(String subject) {
        return new RegistryException(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryException noModeOfItsOwn(String subject) {
        return new RegistryException(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryException incompatible(String subject, List<String> differences) {
        return new RegistryException(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + differences);
    }

    static RegistryException invalidSchema(String detail) {
        return new RegistryException(42201, "Invalid schema: " + detail);
    }

    static RegistryException invalidVersion(String version) {
        return new RegistryException(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryException invalidLevel(String level) {
        return new RegistryException(42203, "Invalid compatibility level: " + level);
    }

    static RegistryException invalidMode(String mode) {
        return new RegistryException(42204, "Invalid mode: " + mode);
    }

    static RegistryException readOnly(String subject) {
        return new RegistryException(42205, "Subject " + subject + " is in read-only mode");
    }

    static RegistryException notInImportMode(String subject) {
        return new RegistryException(42205, "Subject " + subject + " is not in import mode");
    }

    static RegistryException storeFailed(Throwable cause) {
        return new RegistryException(50001, "Error in the backend data store: " + cause.getMessage(), cause);
    }
}
