package com.acme.shop;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in problem JSON (RFC 9457) why a request was not served. */
@RestControllerAdvice
class Problems {

    @ExceptionHandler
    ProblemDetail rejected(OrderRejected rejected) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, rejected.getMessage());
    }

    @ExceptionHandler
    ProblemDetail outOfStock(OutOfStock outOfStock) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, outOfStock.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound notFound) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, notFound.getMessage());
    }
}
