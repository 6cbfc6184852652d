package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWalkTest {
    private static HttpMessage get(String uri) {
        return new HttpMessage("GET " + uri + " HTTP/1.1", List.of(), new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "/notes?page=0, /notes?page=1, ''",
        "/notes, /notes?page=2, ''",
        "/notes?size=5, /notes?size=5&page=1, ''",
        "/notes?offset=20&limit=20, /notes?offset=40&limit=20, ''",
        "/notes?%24skip=20, /notes?%24skip=40, ''",
        "/notes?q=tea, /notes?q=tea&cursor=abcd, '{\"next\": \"abcd\"}'",
        "/notes?cursor=abcd, /notes?cursor=ef%2Fgh, '</notes?cursor=ef/gh>; rel=next'"
    })
    void the_next_page(String before, String request, String response) {
        assertThat(PageWalk.isNext(get(before), get(request), response)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/notes?page=1, /notes?page=0, ''",
        "/notes?page=1, /notes?page=1, ''",
        "/notes?page=1&q=tea, /notes?page=2&q=ink, ''",
        "/notes?page=1&q=tea, /notes?page=2, ''",
        "/search?q=1, /search?q=2, ''",
        "/search?q=tea, /search?q=kettle, '{\"hits\": [\"tea\"]}'",
        "/notes?cursor=abcd, /notes?cursor=efgh, '{\"next\": \"xyz1\"}'",
        "/notes?cursor=1, /notes?cursor=2, '{\"next\": \"2\"}'",
        "/notes, /notes, ''"
    })
    void another_request(String before, String request, String response) {
        assertThat(PageWalk.isNext(get(before), get(request), response)).isFalse();
    }
}
