package org.vigie.station.login;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Asks the token endpoint of a provider, and tells a refusal of the user from an answer that says nothing about the user. */
final class TokenEndpoint {
    /** With these codes a provider refuses the user. Others, such as those of a wrong client secret, say nothing about the user. */
    private static final Set<String> REFUSALS =
            Set.of(OAuth2Error.INVALID_GRANT.getCode(), OAuth2Error.ACCESS_DENIED.getCode());

    private static final TokenRequestSender SENDER = new TokenRequestSender(Duration.ofSeconds(10));

    private TokenEndpoint() {}

    /**
     * Sends a question.
     *
     * @throws OidcRefusedException when the provider refuses the user
     * @throws OidcAnswerLostException when the question was sent and its answer did not come, or cannot be read
     * @throws OidcLoginException when the question could not be sent, or was answered with another error
     */
    static OIDCTokens tokens(HTTPRequest question) {
        try {
            return tokens(OIDCTokenResponseParser.parse(question.send(SENDER)));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            throw new OidcLoginException("the provider does not answer", e);
        } catch (IOException | ParseException e) {
            throw new OidcAnswerLostException("the provider's answer cannot be read", e);
        }
    }

    private static OIDCTokens tokens(TokenResponse answer) {
        if (!answer.indicatesSuccess()) {
            throw refused(answer.toErrorResponse().getErrorObject().getCode());
        }
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    }

    private static OidcLoginException refused(@Nullable String code) {
        String text = "the provider refused with " + code;
        return code != null && REFUSALS.contains(code)
                ? new OidcRefusedException(text, code.equals(OAuth2Error.INVALID_GRANT.getCode()))
                : new OidcLoginException(text);
    }
}
