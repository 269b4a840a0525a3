package org.vigie.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceBodyTest {
    private static final float[] NUMBERS = {1.5f, -2, 3.25e-7f, 4, 5, Float.MAX_VALUE};
    private static final InferRequest REQUEST = new InferRequest(
            "7",
            List.of(
                    new FloatTensor("a", new long[] {2, 3}, NUMBERS),
                    new FloatTensor("b", new long[] {1}, new float[] {9})),
            List.of("probability"),
            true,
            "c0ffee");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestComesBackAsItWent(boolean binary) {
        // when
        InferRequest read = InferenceBody.of(REQUEST, binary).toRequest();

        // then
        assertThat(read).usingRecursiveComparison().isEqualTo(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerComesBackAsItWent(boolean binary) {
        // given
        InferResponse response = new InferResponse("7", "m", "2", "abc", REQUEST.inputs());

        // when
        InferResponse read = InferenceBody.of(response, binary).toResponse();

        // then
        assertThat(read).usingRecursiveComparison().isEqualTo(response);
    }

    @Test
    void aTensorMayBeNested() {
        // when
        InferRequest read = json("{'inputs':[{'name':'a','datatype':'FP32','shape':[2,2],'data':[[1,2],[3,4]]}]}")
                .toRequest();

        // then
        assertThat(read.inputs().get(0).data()).containsExactly(1, 2, 3, 4);
        assertThat(read.binaryOutputs()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        nonsense                                                                                    | not JSON
        []                                                                                          | a JSON object
        {}                                                                                          | inputs: must be an array
        {'inputs':[{'datatype':'FP32','shape':[1],'data':[1]}]}                                     | name: must be given
        {'inputs':[{'name':'a','datatype':'INT8','shape':[1],'data':[1]}]}                          | datatype must be FP32, was INT8
        {'inputs':[{'name':'a','datatype':'FP32','shape':[2],'data':[1]}]}                          | does not hold 1 numbers
        {'inputs':[{'name':'a','datatype':'FP32','shape':[-1],'data':[1]}]}                         | fits the shape
        {'inputs':[{'name':'a','datatype':'FP32','shape':[1.5],'data':[1]}]}                        | whole numbers
        {'inputs':[{'name':'a','datatype':'FP32','shape':[4294967296,4294967296],'data':[1]}]}      | fits the shape
        {'inputs':[{'name':'a','datatype':'FP32','shape':[1],'data':['x']}]}                        | must be numbers
        {'inputs':[{'name':'a','datatype':'FP32','shape':[1],'data':[NaN]}]}                        | not JSON
        {'inputs':[{'name':'a','datatype':'FP32','shape':[1],'parameters':{'binary_data_size':4}}]} | does not fit its shape and body
        """)
    void whatIsWrongIsNamed(String body, String problem) {
        assertThatThrownBy(() -> json(body).toRequest())
                .isInstanceOf(InferenceProtocolException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aBinaryBodyThatWasCutOrGrownIsRefused() {
        // given
        InferenceBody whole = InferenceBody.of(REQUEST, true);

        // when, then
        for (int length : new int[] {whole.jsonLength(), whole.bytes().length - 1, whole.bytes().length + 4}) {
            InferenceBody broken = new InferenceBody(Arrays.copyOf(whole.bytes(), length), whole.jsonLength());
            assertThatThrownBy(() -> broken.toRequest()).isInstanceOf(InferenceProtocolException.class);
        }
    }

    @Test
    void theJsonCannotBeLongerThanTheBody() {
        assertThatThrownBy(() -> new InferenceBody(new byte[3], 4)).hasMessageContaining("must lie in 0..3, was 4");
    }

    private static InferenceBody json(String text) {
        return InferenceBody.json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
