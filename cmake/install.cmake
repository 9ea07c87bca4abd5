# What is installed, and the release archive of it: `cpack` in a release
# build writes migcheck-X.Y.Z-linux-x86_64.tar.gz. The manual page and the
# completions are what the program itself prints.
include(GNUInstallDirs)

set(documents "${PROJECT_BINARY_DIR}/documents")
file(MAKE_DIRECTORY "${documents}")
set(MIGCHECK_DOCUMENTS "")
function(migcheck_document name destination)
  add_custom_command(
    OUTPUT "${documents}/${name}"
    COMMAND migcheck ${ARGN} > "${name}.part"
    COMMAND ${CMAKE_COMMAND} -E rename "${name}.part" "${name}"
    WORKING_DIRECTORY "${documents}"
    DEPENDS migcheck
    VERBATIM)
  install(FILES "${documents}/${name}" DESTINATION "${destination}")
  set(MIGCHECK_DOCUMENTS ${MIGCHECK_DOCUMENTS} "${documents}/${name}"
      PARENT_SCOPE)
endfunction()
migcheck_document(migcheck.1 "${CMAKE_INSTALL_MANDIR}/man1" man)
migcheck_document(
  migcheck "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
  completions bash)
migcheck_document(
  _migcheck "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions"
  completions zsh)
migcheck_document(
  migcheck.fish "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
  completions fish)
# A build for development needs none of them.
set(in_all ALL)
if(MIGCHECK_TESTS)
  set(in_all "")
endif()
add_custom_target(documents ${in_all} DEPENDS ${MIGCHECK_DOCUMENTS})

install(TARGETS migcheck RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")

string(TOLOWER "${CMAKE_SYSTEM_NAME}" system)
set(CPACK_GENERATOR TGZ)
set(CPACK_PACKAGE_VENDOR "the migcheck authors")
set(CPACK_PACKAGE_FILE_NAME
    "migcheck-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
include(CPack)
