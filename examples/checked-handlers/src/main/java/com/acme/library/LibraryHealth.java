package com.acme.library;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;

/** Whether the library is open, over gRPC. */
public class LibraryHealth extends HealthGrpc.HealthImplBase {

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> responses) {
        responses.onNext(status(request));
        responses.onCompleted();
    }

    @Override
    public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> responses) {
        responses.onNext(status(request));
        responses.onNext(HealthCheckResponse.newBuilder().setStatus(ServingStatus.UNKNOWN).build());
        responses.onCompleted();
    }

    private static HealthCheckResponse status(HealthCheckRequest request) {
        boolean open = request.getService().equals("library");
        return HealthCheckResponse.newBuilder()
                .setStatus(open ? ServingStatus.SERVING : ServingStatus.NOT_SERVING)
                .build();
    }
}
