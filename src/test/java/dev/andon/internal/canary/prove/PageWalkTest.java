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
        "/notes?cursor=abcd, /notes?cursor=ef%2Fgh, '</notes?cursor=ef/gh>; rel=next'",
        "/notes, /notes?pageToken=abcd, '{\"nextPageToken\": \"abcd\"}'",
        "/notes, /notes?page%5Bafter%5D=abcd, '{\"last\": \"abcd\"}'",
        "/notes, /notes?starting_after=n-17, '[{\"id\": \"n-17\"}]'",
        "/notes?x=1, /notes?x=1&seek=77, '{\"next\": {\"href\": \"https:\\/\\/notes.acme.com\\/notes?x=1&seek=77\"}}'",
        "/notes?x=1, /notes?x=1&seek=77, '<a href=\"/notes?x=1&amp;seek=77\" rel=\"next\">on</a>'"
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
        "/products, /products?category=books, '[{\"category\": \"books\"}]'",
        "/products, /products?category=books, '<a href=\"/products?category=books\">books</a>'",
        "/products, /products?category=books, '<a rel=\"next\" href=\"/products?category=books2\">next</a>'",
        "/search?q=tea, /search?q=kettle, '{\"hits\": [\"tea\", \"kettle\"]}'",
        "/session, /session?access_token=abcd, '{\"next\": \"abcd\"}'",
        "/notes?from=20260101, /notes?from=20260201, ''",
        "/notes?from=2026-01-01, /notes?from=17, ''",
        "/notes?offset=1000000, /notes?offset=2000000, ''",
        "/top?first=10, /top?first=20, ''",
        "/notes, /notes, ''"
    })
    void another_request(String before, String request, String response) {
        assertThat(PageWalk.isNext(get(before), get(request), response)).isFalse();
    }
}
