"""The library's addresses."""

from django.urls import path

from apps.library import views, views_player
from apps.publishing.views import document_page

app_name = "library"

urlpatterns = [
    path("stretches/", views.stretch_list, name="stretches"),
    path("stretches/know-before-you-go-deep/", views.know_before_you_go_deep, name="know_before_you_go_deep"),
    path("stretches/<slug:slug>/", document_page, {"kind": "stretch"}, name="stretch"),
    path("stretches/<slug:slug>/play/", views_player.play, {"kind": "stretch"}, name="play_stretch"),
    path("muscles/", views.muscle_list, name="muscles"),
    path("muscles/<slug:slug>/", document_page, {"kind": "muscle"}, name="muscle"),
    path("routines/", views.routine_list, name="routines"),
    path("routines/<slug:slug>/", document_page, {"kind": "routine"}, name="routine"),
    path("routines/<slug:slug>/play/", views_player.play, {"kind": "routine"}, name="play_routine"),
    path("plans/", views.plan_list, name="plans"),
    path("my/routines/", views_player.my_routines, name="my_routines"),
    path("my/routines/play/", views_player.player, name="player"),
    path("about-me/", views_player.about_me, name="about_me"),
]
